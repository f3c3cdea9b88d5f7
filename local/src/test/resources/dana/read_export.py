"""Lets Dana's own ConversationMemory read an export, say what it makes of it, and add a turn."""

import importlib.util
import json
import sys

module_file, memory_file = sys.argv[1:3]
spec = importlib.util.spec_from_file_location("conversation_memory", module_file)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)

memory = module.ConversationMemory(memory_file, max_turns=20)
answer = {
    "statistics": memory.get_statistics(),
    "context": memory.build_llm_context("Where is the bakery?", True, 5),
}
memory.add_turn("Added by Dana: pâte à choux 🥐", "Noted by Dana.")
json.dump(answer, sys.stdout)
