import type { Elsewhere, InputValues, Snippet, Step } from "../../messages";
import { configVarInCode, flowInCode, stepInCode } from "./code";
import { filledIn } from "./filled";
import { commandOf } from "./terminal";
import { showingOf } from "./triggers";

/** The same step in other places, to copy: only what differs from what its form begins with. */
export async function elsewhereOf(step: Step, inputs: InputValues): Promise<Elsewhere> {
  const filled = filledIn(step.inputs, inputs);
  switch (step.kind) {
    case "actions":
      return {
        terminal: commandOf(step, filled),
        code: stepInCode(step, filled),
        mcp: await calls().callOf(step, filled),
      };
    case "triggers":
      return {
        terminal: showingOf(step, filled),
        code: flowInCode(step, filled),
        mcp: none("json", "Agents call actions. They cannot start triggers."),
      };
    case "pickLists":
      return {
        terminal: none("sh", "The terminal has no command for pick lists."),
        code: configVarInCode(step, filled),
        mcp: none("json", "Agents have no tool for pick lists."),
      };
    case "connections":
      return {
        terminal: none("sh", "In a terminal, the connection comes from the environment or .env."),
        code: none("ts", "In code, the connection is a config variable of the integration."),
        mcp: none("json", "For agents, the connection comes from the server's settings."),
      };
  }
}

/** The tools are loaded when somebody asks for them: the page does not wait for that. */
function calls(): typeof import("./mcp/call") {
  return require("./mcp/call");
}

function none(language: Snippet["language"], why: string): Snippet {
  return { text: "", language, notes: [why] };
}
