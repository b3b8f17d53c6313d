-- What somebody does in Neovim: breaks a file and looks, completes, hovers, mends, renames. Writes what was seen as JSON.
local limit = tonumber(vim.env.SESSION_LIMIT) * 1000
local seen = {}

local function wait_for(what, look)
  if not vim.wait(limit, look, 20) then
    error("it did not happen: " .. what)
  end
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, limit))
  for _, answer in pairs(answers) do
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
end

local function go_to(words, more)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. words, "c") > 0, words)
  local at = vim.api.nvim_win_get_cursor(0)
  vim.api.nvim_win_set_cursor(0, { at[1], at[2] + more })
  return vim.lsp.util.make_position_params()
end

local function replace(old, new)
  go_to(old, 0)
  local row = vim.api.nvim_win_get_cursor(0)[1]
  local line = vim.api.nvim_get_current_line()
  local first, last = line:find(old, 1, true)
  vim.api.nvim_buf_set_lines(0, row - 1, row, true, { line:sub(1, first - 1) .. new .. line:sub(last + 1) })
end

local function messages()
  return vim.tbl_map(function(one)
    return one.message
  end, vim.diagnostic.get(0))
end

local function session()
  vim.cmd("edit journeys/maps/try-before-paying.yml")
  wait_for("a server", function()
    local clients = vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients()
    return clients[1] and clients[1].server_capabilities and clients[1].server_capabilities.hoverProvider
  end)

  replace("touchpoint: pricing-page", "touchpoint: pricing-pag")
  wait_for("a problem", function()
    return #messages() > 0
  end)
  seen.problems = messages()

  local place = go_to("touchpoint: pricing-pag", #"touchpoint: ")
  local found = ask("textDocument/completion", place)
  seen.completed = vim.tbl_map(function(item)
    return { word = item.word, menu = item.menu }
  end, vim.lsp.util.text_document_completion_list_to_complete_items(found, "pric"))
  seen.detail = found.items[1].detail

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  params.range["end"].character = params.range["end"].character + 3
  local action = ask("textDocument/codeAction", params)[1]
  seen.action = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  wait_for("no problem", function()
    return #messages() == 0
  end)
  seen.mended = vim.api.nvim_get_current_line()

  seen.hover = ask("textDocument/hover", go_to("id: hidden-fees", 6)).contents.value
  seen.definition = ask("textDocument/definition", go_to("personas: noemie", 12)).uri
  seen.references = #ask("textDocument/references", vim.tbl_extend("force", go_to("id: hidden-fees", 6), {
    context = { includeDeclaration = true },
  }))

  local renaming = go_to("personas: noemie", 12)
  renaming.newName = "noemie"
  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", renaming), "utf-16")
  vim.cmd("silent wall")
  seen.renamed = vim.fn.getline(vim.fn.search("^personas:", "cw"))
end

local done, why = pcall(session)
seen.failure = not done and tostring(why) or nil
vim.fn.writefile({ vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen) }, vim.env.SESSION_SEEN)
vim.cmd("qall!")
