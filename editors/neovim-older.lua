-- Neovim before 0.11: put this into init.lua.
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "text", "html" },
  callback = function(given)
    local client = vim.g.newslint_client
    if not (client and vim.lsp.get_client_by_id(client)) then
      client = vim.lsp.start_client({
        name = "newslint",
        cmd = vim.g.newslint_command or { "newslint", "lsp" },
        root_dir = vim.fn.getcwd(),
      })
      vim.g.newslint_client = client
    end
    vim.lsp.buf_attach_client(given.buf, client)
  end,
})
