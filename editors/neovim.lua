-- Neovim 0.11 or newer: put this into lsp/newslint.lua of your configuration, and
--   vim.lsp.enable("newslint")
-- into init.lua. For an older Neovim, editors.md in docs/ has the long form.
return {
  cmd = { "newslint", "lsp" },
  filetypes = { "markdown", "text", "html", "yaml" },
  root_markers = { "newslint.yaml", ".git" },
  init_options = { profile = "", packs = {} },
}
