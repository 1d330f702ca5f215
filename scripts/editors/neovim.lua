-- Asks the server what a person in Neovim asks; nvim has read the configuration of docs/editors.md before.
--   nvim --headless -u CONFIGURATION template.yaml -l this file      (scripts/editors.mjs does it)
local failures = 0

local function check(title, run)
  local passed, problem = pcall(run)
  io.stdout:write((passed and "  ok  " or "  NOT ") .. title .. (passed and "\n" or ": " .. tostring(problem) .. "\n"))
  if not passed then failures = failures + 1 end
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then error("nothing came of it: " .. what) end
end

vim.cmd.edit("template.yaml")
local buffer = vim.api.nvim_get_current_buf()
local client

--- The answer to a request at a line and column (from 1).
local function ask(method, line, column, more)
  local position = { line = line - 1, character = column - 1 }
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), position = position }
  local answer = client.request_sync(method, vim.tbl_extend("force", params, more or {}), 15000, buffer)
  if answer == nil or answer.err then error(method .. ": " .. vim.inspect(answer)) end
  return answer.result
end

local function must(found, wanted)
  if not string.find(found, wanted, 1, true) then error("no “" .. wanted .. "” in: " .. found) end
end

check("starts the server", function()
  wait("a client", function()
    client = vim.lsp.get_clients({ bufnr = buffer, name = "cfn-notes" })[1]
    return client ~= nil and client.initialized
  end)
end)
check("diagnostics", function()
  wait("a diagnostic", function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = vim.tbl_filter(function(one) return one.code == "unknown-ref" end, vim.diagnostic.get(buffer))
  assert(#found == 1 and found[1].lnum == 16, vim.inspect(vim.diagnostic.get(buffer)))
end)
check("hover, the own note first", function()
  must(vim.inspect(ask("textDocument/hover", 8, 8)), "I lost the logs once")
end)
check("completion", function()
  local result = ask("textDocument/completion", 17, 20)
  local labels = vim.tbl_map(function(item) return item.label end, result.items or result)
  assert(vim.tbl_contains(labels, "Logs"), vim.inspect(labels))
end)
check("definition", function()
  local found = ask("textDocument/definition", 10, 28)
  must(vim.inspect(found), "template.yaml")
  local place = found[1] or found
  assert((place.range or place.targetSelectionRange).start.line == 2, vim.inspect(found))
end)
check("rename", function()
  vim.api.nvim_win_set_cursor(0, { 3, 3 })
  vim.lsp.buf.rename("Name")
  wait("the edit", function() return vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1] == "  Name:" end)
  must(vim.api.nvim_buf_get_lines(buffer, 9, 10, true)[1], "!Ref Name")
end)
check("code action", function()
  local range = { start = { line = 16, character = 20 }, ["end"] = { line = 16, character = 20 } }
  local lsp = vim.tbl_map(function(one) return one.user_data.lsp end, vim.diagnostic.get(buffer, { lnum = 16 }))
  local actions = ask("textDocument/codeAction", 17, 20, { range = range, context = { diagnostics = lsp } })
  assert(#actions > 0)
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  must(vim.api.nvim_buf_get_lines(buffer, 16, 17, true)[1], "!Ref Logs")
end)
check("what a completion inserts can be saved", function()
  local arguments = vim.v.argv
  local config = arguments[vim.fn.index(arguments, "-u") + 2]
  vim.fn.writefile({ "Resources:", "  Web:", "    Type: AWS::EC2::Instance", "    Creat" }, "saved.yaml")
  -- Another editor, whose keys are pressed as a person does.
  local job = vim.fn.jobstart({ vim.v.progpath, "--embed", "--headless", "-u", config, "saved.yaml" }, { rpc = true })
  local function evaluate(expression) return vim.rpcrequest(job, "nvim_exec_lua", "return " .. expression, {}) end
  wait("a client", function() return evaluate("#vim.lsp.get_clients() > 0 and vim.lsp.get_clients()[1].initialized") end)
  vim.rpcrequest(job, "nvim_input", ":set completeopt=menuone<CR>GA<C-x><C-o>")
  wait("a list", function() return evaluate("vim.fn.pumvisible()") == 1 end)
  for _, item in ipairs(evaluate("vim.fn.complete_info({ 'items' }).items")) do
    assert(not string.find(item.word, "\n", 1, true), vim.inspect(item))
  end
  vim.rpcrequest(job, "nvim_input", "<C-y><Esc>:w<CR>")
  local function saved() return table.concat(vim.fn.readfile("saved.yaml", "b"), "\n") end
  wait("a saved file", function() return string.find(saved(), "CreationPolicy:", 1, true) end)
  assert(not string.find(saved(), "%z"), vim.inspect(saved()))
  vim.fn.jobstop(job)
end)
os.exit(failures == 0 and 0 or 1)
