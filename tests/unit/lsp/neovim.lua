-- Opens wall.md, waits for the diagnostic, applies the preferred fix, and writes the file.
local function wait(what, holds)
  if not vim.wait(30000, holds, 50) then
    io.stderr:write("waited in vain for " .. what .. "\n")
    vim.cmd("cquit")
  end
end

vim.cmd("edit wall.md")
vim.bo.filetype = "markdown"
wait("a diagnostic", function() return #vim.diagnostic.get(0) == 1 end)
local found = vim.diagnostic.get(0)[1]
local said = { found.source, found.lnum, found.col, found.message }
local client = vim.lsp.get_client_by_id(vim.g.newslint_client)
local place = { line = found.lnum, character = found.col }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = { start = place, ["end"] = place },
  context = { diagnostics = {} },
}, 30000)
local action = answers[client.id].result[1]
vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
wait("no diagnostic", function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd("write")
vim.fn.writefile({ vim.fn.json_encode(said) }, "said.json")
vim.cmd("qall!")
