import type { Action, Component } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import type { SandboxOptions } from "../sandbox";
import { maskOf } from "../src/client/secrets";
import { connectionFromEnvironment } from "../src/connections/environment";
import { type Account, openAccount, secretsIn } from "./account";
import { readable } from "./answer";
import { loadComponent } from "./bundle";
import { addEnvFile } from "./environment";
import { type GivenInputs, takeInputs } from "./inputs";
import { lineOf } from "./line";
import { detailsOf, listOf } from "./list";
import { showListening } from "./listen";
import { didYouMean } from "./nearest";
import { showPolling } from "./poll";
import { type Flags, program } from "./program";
import { follow } from "./progress";
import { loggerThat, run, type Watcher } from "./run";
import { nextCursorOf } from "./shape";
import { stackOf } from "./stack";
import { printable, screenWidth, wrapped } from "./text";
import { noTourOn, takeTour } from "./tour";

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

async function main(key: string | undefined, pairs: string[], flags: Flags): Promise<void> {
  const isFileLeftOut = addEnvFile(process.env);
  if (flags.poll !== undefined || flags.listen) {
    await showTrigger(key, flags);
    return;
  }
  const isTour = key === undefined && !flags.list;
  if (isTour && connectionFromEnvironment(process.env)) {
    throw new Error(noTourOn(process.env));
  }
  if (isTour && (flags.json || flags.inputs !== undefined || flags.debug)) {
    throw new Error("--json, --inputs and --debug need an action.");
  }
  const component = await loadComponent(remark, flags.debug);
  if (flags.list) {
    print(
      key === undefined
        ? await listAll(component)
        : detailsOf(actionOf(component, key), screenWidth()),
    );
  } else if (key === undefined) {
    await withAccount(TOUR_ACCOUNT, async ({ connection }) => {
      explain(
        `So that nothing has to wait, it takes ${TOUR_LIMIT.toLocaleString("en")} requests in 20 s. Gorgias takes 40 with an API key.`,
      );
      if (!(await takeTour(component, connection, print, screenWidth()))) {
        process.exitCode = 1;
      }
    });
  } else {
    const action = actionOf(component, key);
    const inputs = await takeInputs(action, pairs, flags.inputs);
    if (isFileLeftOut) {
      explain("The environment names the account. What .env says of an account is left out.");
    }
    await withAccount({}, (account) => runOne(action, inputs, account, flags));
  }
}

/** What an action works on is not in the bundle: what knows it is loaded only here. */
async function listAll({ actions }: Component): Promise<string> {
  const { actionGroups } = await import("../src/actions/index.js");
  return listOf(actionGroups, actions, screenWidth());
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
    explain(`Working on ${pc.cyan(name)}.`);
    const show = {
      times: rounds,
      print,
      width: screenWidth(),
      logger: warnings,
      stopped: stop.signal,
    };
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
  { connection, sandbox }: Account,
  { json, debug }: Flags,
): Promise<void> {
  const progress = follow();
  const showsLog = debug || `${values.debugRequest}` === "true";
  const done = await run(action, values, connection, showsLog ? logged : progress, refusals);
  progress.stop();
  if (!done.outcome.ok) {
    throw done.outcome.error;
  }
  const { data } = done.outcome;
  print(json ? JSON.stringify(data ?? null, null, 2) : readable(data, screenWidth()));
  remark(lineOf(done, screenWidth(process.stderr)));
  if (sandbox && nextCursorOf(data) !== undefined) {
    explain(
      "This sandbox ends with this command, and the cursor with it. To turn pages, use one that stays: docs/sandbox.md shows how.",
    );
  }
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
    explain(`Working on ${pc.cyan(account.name)}.`);
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

/** The same for sentences: no word is broken at the edge of the screen. */
function explain(text: string): void {
  wrapped(text, screenWidth(process.stderr)).forEach(remark);
}

/** What the connector says when a field of the connection is wrong, a mistyped domain for one. */
const BLAMES_CONNECTION = /^Domain: |connection's Domain|\bCheck the connection:/m;

/** Where these fields stand for whoever works in a terminal. */
const CONNECTION_FIELDS =
  "Here the connection comes from the environment or .env: Domain is GORGIAS_DOMAIN, Username GORGIAS_USERNAME, API Key GORGIAS_API_KEY, a token GORGIAS_ACCESS_TOKEN.";

/** A reader that has seen enough, such as `head`, is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

program
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    remark(pc.red(printable(words)));
    if (BLAMES_CONNECTION.test(words)) {
      explain(CONNECTION_FIELDS);
    }
    if (program.opts<Flags>().debug) {
      stackOf(error).forEach((line) => {
        remark(pc.dim(printable(line)));
      });
    }
    process.exitCode = 1;
  });
