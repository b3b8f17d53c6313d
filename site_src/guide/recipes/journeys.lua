vim.api.nvim_create_autocmd("FileType", {
  pattern = "yaml",
  callback = function(opened)
    local file = vim.fn.fnamemodify(opened.file, ":p")
    local folder = vim.fn.finddir("journeys", vim.fn.fnamemodify(file, ":h") .. ";")
    if folder == "" then
      return
    end
    local config = {
      name = "journeys",
      cmd = { "journeys", "lsp" },
      root_dir = vim.fn.fnamemodify(folder, ":p:h:h"),
    }
    if vim.lsp.start then
      vim.lsp.start(config)
    else -- Neovim 0.7
      vim.lsp.buf_attach_client(opened.buf, vim.lsp.start_client(config))
    end
    vim.bo[opened.buf].omnifunc = "v:lua.vim.lsp.omnifunc"
  end,
})
