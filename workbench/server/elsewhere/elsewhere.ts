import type { Elsewhere, InputValues, Snippet, Step } from "../../messages";
import { configVarInCode, flowInCode, stepInCode } from "./code";
import { type Filled, filledIn } from "./filled";
import { commandOf } from "./terminal";
import { showingOf } from "./triggers";

/** The same step in other places, to copy: only what differs from what its form begins with. */
export async function elsewhereOf(step: Step, inputs: InputValues): Promise<Elsewhere> {
  const { terminal, code, mcp } = await snippetsOf(step, filledIn(step, inputs));
  return { terminal: notedOnce(terminal), code: notedOnce(code), mcp: notedOnce(mcp) };
}

/** Two inputs can have the same to say. */
function notedOnce({ notes, ...snippet }: Snippet): Snippet {
  return { ...snippet, notes: [...new Set(notes)] };
}

async function snippetsOf(step: Step, filled: readonly Filled[]): Promise<Elsewhere> {
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
