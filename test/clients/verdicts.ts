import type { NotApplicable } from "./notApplicable";

/** A check that the suite has made. */
export interface Check {
  readonly id: string;
  readonly status: "SUCCESS" | "FAILURE" | "WARNING" | "SKIPPED" | "INFO";
  readonly errorMessage?: string;
}

/** A scenario of the suite, as it went with one revision of the protocol. */
export interface Played {
  readonly revision: string;
  readonly scenario: string;
  readonly checks: readonly Check[];
}

/** What a scenario comes to. */
export interface Verdict extends Played {
  readonly passed: number;
  /** Checks that failed or warn, and apply. */
  readonly faults: readonly Check[];
  /** Whether the scenario as a whole does not apply. */
  readonly isLeftOut: boolean;
}

/** Made in every scenario: what this server sends is valid, whatever the rest comes to. */
const ALWAYS = "wire-schema-valid";

const failed = ({ status }: Check) => status === "FAILURE" || status === "WARNING";

/**
 * What each scenario comes to. One that neither fails nor passes anything of its own has a fault:
 * nothing was shown.
 */
export function verdictsOf(
  played: readonly Played[],
  notApplicable: readonly NotApplicable[],
): Verdict[] {
  const listed = new Set(notApplicable.flatMap(({ parts }) => parts));
  return played.map((one) => {
    const { scenario, checks } = one;
    const isLeftOut = listed.has(scenario);
    const applies = ({ id }: Check) =>
      isLeftOut ? id === ALWAYS : !listed.has(`${scenario}:${id}`);
    const passed = checks.filter(({ status }) => status === "SUCCESS").length;
    const faults = checks.filter((check) => failed(check) && applies(check));
    const showsNothing = !isLeftOut && faults.length === 0 && !showsSomething(one);
    return {
      ...one,
      passed,
      faults: showsNothing
        ? [{ id: scenario, status: "FAILURE", errorMessage: "Nothing passed." }]
        : faults,
      isLeftOut,
    };
  });
}

/** What is listed as not applicable and passes with each revision, or is not in the suite. */
export function staleIn(
  played: readonly Played[],
  notApplicable: readonly NotApplicable[],
): string[] {
  return notApplicable
    .flatMap(({ parts }) => parts)
    .filter((part) => {
      const [scenario, id] = part.split(":");
      return !played
        .filter((one) => one.scenario === scenario)
        .some((one) =>
          id === undefined
            ? one.checks.some((check) => failed(check) && check.id !== ALWAYS) ||
              !showsSomething(one)
            : one.checks.some((check) => failed(check) && check.id === id),
        );
    });
}

function showsSomething({ checks }: Played): boolean {
  return checks.some(({ id, status }) => status === "SUCCESS" && id !== ALWAYS);
}
