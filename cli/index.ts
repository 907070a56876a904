import type { Action, Component } from "@prismatic-io/spectral/dist/serverTypes";
import { Command, Option } from "commander";
import { config } from "dotenv";
import pc from "picocolors";
import type { SandboxOptions } from "../sandbox";
import { maskOf } from "../src/client/secrets";
import { connectionFromEnvironment } from "../src/connections/environment";
import { type Account, openAccount, secretsIn } from "./account";
import { readable } from "./answer";
import { loadComponent } from "./bundle";
import { type GivenInputs, takeInputs } from "./inputs";
import { lineOf } from "./line";
import { describeActions } from "./list";
import { showListening } from "./listen";
import { didYouMean } from "./nearest";
import { POLLED, showPolling } from "./poll";
import { followPages } from "./progress";
import { loggerThat, run, type Watcher } from "./run";
import { stackOf } from "./stack";
import { printable } from "./text";
import { takeTour } from "./tour";

/** How many requests the tour's sandbox takes in 20 seconds: more than the whole tour sends. */
const TOUR_LIMIT = 1_000;

/** The tour's sandbox has so many tickets that Fetch All takes twelve pages. */
const TOUR_ACCOUNT: SandboxOptions = {
  tickets: 1150,
  rateLimit: { capacity: TOUR_LIMIT, windowSeconds: 20 },
};

/** How many tickets there are when a trigger is shown at work. */
const TRIGGER_TICKETS = 500;

/** How long nothing happens between two events when a flow is shown that listens. */
const EVENT_PAUSE_MS = 500;

/** How long a flow waits between two polls when it is shown. */
const POLL_PAUSE_MS = 2_000;

interface Flags {
  json?: boolean;
  inputs?: string;
  debug?: boolean;
  list?: boolean;
  poll?: string | true;
  listen?: boolean;
  times: string;
}

const program = new Command("npm start --")
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
    new Option("--list", "show the actions and their inputs").conflicts([
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

Set GORGIAS_DOMAIN, GORGIAS_USERNAME and GORGIAS_API_KEY, or GORGIAS_DOMAIN and
GORGIAS_ACCESS_TOKEN, in the environment or in a file .env to work on an account of your own.
.env.example names all variables. To work with a connection of the platform:
  prism components:dev:run -i <integration ID> -c <connection> -- npm start getAccount

Examples:
  npm start
  npm start -- listTickets limit=5 order_by=updated_datetime:desc
  npm start -- getTicket --list
  npm start -- --poll customers --times 5
  npm start -- --listen
  npm start --silent -- listCustomers fetchAll=true --json > customers.json`,
  )
  .action(main);

async function main(key: string | undefined, pairs: string[], flags: Flags): Promise<void> {
  config({ quiet: true });
  if (flags.poll !== undefined || flags.listen) {
    await showTrigger(key, flags);
    return;
  }
  const isTour = key === undefined && !flags.list;
  if (isTour && connectionFromEnvironment(process.env)) {
    throw new Error(
      "Without an action, every action is run, and some create and delete things. That is done on a sandbox only, and the environment (or .env) names an account of your own. " +
        'Name an action, for example "npm start -- getAccount", or see all with "npm start -- --list".',
    );
  }
  if (isTour && (flags.json || flags.inputs !== undefined || flags.debug)) {
    throw new Error("--json, --inputs and --debug need an action.");
  }
  const component = await loadComponent(remark, flags.debug);
  if (flags.list) {
    const actions =
      key === undefined ? Object.values(component.actions) : [actionOf(component, key)];
    print(describeActions(actions));
  } else if (key === undefined) {
    await withAccount(TOUR_ACCOUNT, async ({ connection }) => {
      remark(
        `So that nothing has to wait, it takes ${TOUR_LIMIT.toLocaleString("en")} requests in 20 s. Gorgias takes 40 with an API key.`,
      );
      if (!(await takeTour(component, connection, print))) {
        process.exitCode = 1;
      }
    });
  } else {
    const action = actionOf(component, key);
    const inputs = await takeInputs(action, pairs, flags.inputs);
    await withAccount({}, (account) => runOne(action, inputs, account, flags));
  }
}

/** Shows a trigger at work, on a sandbox whatever the environment says: things have to happen there. */
async function showTrigger(key: string | undefined, { poll, times }: Flags): Promise<void> {
  if (key !== undefined) {
    throw new Error("--poll and --listen take no action.");
  }
  const rounds = Number(times);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 1000) {
    throw new Error(`--times: expected a whole number from 1 to 1000, got ${times}.`);
  }
  const component = await loadComponent(remark);
  const { sandbox, connection, name, close } = await openAccount({}, { tickets: TRIGGER_TICKETS });
  if (!sandbox) {
    throw new Error("There is no sandbox.");
  }
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    remark(`Working on ${pc.cyan(name)}.`);
    const show = { times: rounds, print, logger: warnings, stopped: stop.signal };
    const account = { sandbox, connection };
    const wentWell =
      poll === undefined
        ? await showListening(component, account, { ...show, pauseMs: EVENT_PAUSE_MS })
        : await showPolling(component, account, poll === true ? "tickets" : poll, {
            ...show,
            pauseMs: POLL_PAUSE_MS,
          });
    process.exitCode = stop.signal.aborted ? 130 : wentWell ? 0 : 1;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await close();
  }
}

async function runOne(
  action: Action,
  { values, refusals }: GivenInputs,
  { connection }: Account,
  { json, debug }: Flags,
): Promise<void> {
  const progress = followPages();
  const showsLog = debug || `${values.debugRequest}` === "true";
  const done = await run(action, values, connection, showsLog ? logged : progress, refusals);
  progress.stop();
  if (!done.outcome.ok) {
    throw done.outcome.error;
  }
  print(json ? JSON.stringify(done.outcome.data ?? null, null, 2) : readable(done.outcome.data));
  remark(lineOf(done));
}

/** What goes wrong in a trigger is said; the rest of its log is not. */
const warnings = loggerThat((level, text) => {
  if (level === "warn" || level === "error") {
    remark(text);
  }
});

const logged: Watcher = {
  log(level, text) {
    remark(pc.dim(`[${level}] ${text}`));
  },
};

/** Opens the account, says which it is, and closes it whatever happens, Ctrl-C included. */
async function withAccount(
  sandbox: SandboxOptions,
  use: (account: Account) => Promise<void>,
): Promise<void> {
  const account = await openAccount(process.env, sandbox);
  const stop = (signal: NodeJS.Signals) =>
    void account.close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    remark(`Working on ${pc.cyan(account.name)}.`);
    await use(account);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    await account.close();
  }
}

function actionOf({ actions }: Component, key: string): Action {
  const action = actions[key];
  if (!action) {
    throw new Error(
      `There is no action ${key}.${didYouMean(key, Object.keys(actions))} "npm start -- --list" shows all of them.`,
    );
  }
  return action;
}

/** What was asked for goes to stdout, so that it can be piped on. */
function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Takes the environment's own secrets out of a text: they can stray into any argument. */
const hideSecrets = maskOf(() => secretsIn(process.env));

/** What is said about it goes to stderr. */
function remark(text: string): void {
  process.stderr.write(`${hideSecrets(text)}\n`);
}

/** A reader that has seen enough, such as `head`, is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

program.parseAsync().catch((error: unknown) => {
  remark(pc.red(printable(error instanceof Error ? error.message : String(error))));
  if (program.opts<Flags>().debug) {
    stackOf(error).forEach((line) => {
      remark(pc.dim(printable(line)));
    });
  }
  process.exitCode = 1;
});
