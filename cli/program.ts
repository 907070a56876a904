import { Command, Option } from "commander";
import { POLLED } from "./poll";

/** What a person chose beside the action and its inputs. */
export interface Flags {
  json?: boolean;
  inputs?: string;
  debug?: boolean;
  list?: boolean;
  poll?: string | true;
  listen?: boolean;
  times: string;
}

/** The command, with all that it takes. */
export const program = new Command("npm start --")
  .description(
    "Runs the built connector. Without an action it runs all of them on a sandbox, a made-up Gorgias account on this machine.",
  )
  .argument("[action]", "the action to run, for example listTickets")
  .argument("[inputs...]", "its inputs as key=value; a value may be JSON")
  .option("--inputs <file>", "read inputs from a JSON file; those of the command line win")
  .option("--json", "print nothing but the answer, as JSON (use npm start --silent -- …)")
  .option(
    "--debug",
    "turn Debug Request on, show what the connector logs, and where in src a failure comes from",
  )
  .addOption(
    new Option("--list", "show all actions, or one with its inputs").conflicts([
      "json",
      "inputs",
      "debug",
    ]),
  )
  .addOption(
    new Option(
      "--poll [what]",
      `show New and Updated Records at work: ${POLLED.join(", ")} (default: tickets)`,
    ).conflicts(["json", "inputs", "debug", "list"]),
  )
  .addOption(
    new Option("--listen", "show Ticket Event Webhook at work").conflicts([
      "json",
      "inputs",
      "debug",
      "list",
      "poll",
    ]),
  )
  .option("--times <n>", "how often --poll and --listen let something happen", "3")
  .addHelpText(
    "after",
    `
Lists are written with commas or as JSON: tags=shipping,vip
Names with values are written so or as JSON: headers=accept:text/csv,x-trace:7

To work on an account of your own, set GORGIAS_DOMAIN, GORGIAS_USERNAME and
GORGIAS_API_KEY, or GORGIAS_DOMAIN and GORGIAS_ACCESS_TOKEN, in the environment
or in a file .env. .env.example names all variables.

To work with a connection of the platform, name the integration by its ID:
  npx prism components:dev:run -i <ID> -c <connection> -- npm start getAccount

Examples:
  npm start
  npm start -- listTickets limit=5 order_by=updated_datetime:desc
  npm start -- getTicket --list
  npm start -- --poll customers --times 5
  npm start -- --listen
  npm start --silent -- listCustomers fetchAll=true --json > customers.json

docs/sandbox.md shows a sandbox that stays while you work on it.`,
  );
