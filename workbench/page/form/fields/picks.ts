import { useDebouncedValue } from "@mantine/hooks";
import { partialMatchKey, useQuery } from "@tanstack/react-query";
import type { Choice, InputValues, Picks } from "../../../messages";
import { queries, useAccount, useCatalogue } from "../../state/queries";
import { server } from "../../state/server";

/** The input of a pick list that takes what a person types. */
const SEARCH = "search";

/** Long enough for a word to be typed. */
const SETTLED_MS = 250;

/** How long what a list offered counts as current. */
const STALE_MS = 10_000;

/** What a pick list is asked for. */
interface PicksAsked {
  readonly pickList: string;
  /** What was typed. */
  readonly typed: string;
  /** What the form holds: a list of a ticket's messages needs the ticket, for one. */
  readonly values: InputValues;
  /** Nobody is asked before the list is open. */
  readonly isOpen: boolean;
}

/** What a pick list offers for what was typed. */
export function usePicks({ pickList, typed, values, isOpen }: PicksAsked) {
  const { data: account } = useAccount();
  const { data: catalogue } = useCatalogue();
  const [settled] = useDebouncedValue(typed.trim(), SETTLED_MS);
  const taken = catalogue?.pickLists.find(({ key }) => key === pickList)?.inputs ?? [];
  const searches = taken.some(({ key }) => key === SEARCH);
  const inputs = Object.fromEntries(
    taken.flatMap(({ key }): [string, unknown][] => {
      const value = key === SEARCH ? settled : values[key];
      return value === undefined || value === "" ? [] : [[key, value]];
    }),
  );
  const ofAccount = keyOf(pickList, account?.name);
  const { data, error, isFetching } = useQuery({
    queryKey: [...ofAccount, inputs],
    queryFn: ({ signal }) => server.picks({ kind: "pickLists", key: pickList, inputs }, signal),
    enabled: isOpen && catalogue !== undefined,
    staleTime: STALE_MS,
    placeholderData: (previous: Picks | undefined, query) =>
      query && partialMatchKey(query.queryKey, ofAccount) ? previous : undefined,
  });
  const choices = onceEach(error ? [] : (data?.choices ?? []));
  const isUnderWay = isFetching || settled !== typed.trim();
  // A list that cannot search offers all it has, and an earlier answer offers what else there was.
  const isFound = searches && !isUnderWay;
  return {
    choices: isFound ? choices : choices.filter(({ label }) => matches(label, typed)),
    error,
    isFetching: isUnderWay,
  };
}

/**
 * What a value was called when a pick list offered it: undefined for one that was typed. On another
 * account, the same value is something else.
 */
export function useLabels(pickList: string): (value: string) => string | undefined {
  const { data: account } = useAccount();
  return (value) =>
    queries
      .getQueriesData<Picks>({ queryKey: keyOf(pickList, account?.name) })
      .flatMap(([, picks]) => picks?.choices ?? [])
      .find((choice) => choice.value === value)?.label;
}

/** What all that a pick list has offered of an account is kept by. */
const keyOf = (pickList: string, account: string | undefined) => ["picks", pickList, account];

const onceEach = (choices: readonly Choice[]): readonly Choice[] => [
  ...new Map(choices.map((choice) => [choice.value, choice])).values(),
];

const matches = (label: string, typed: string) =>
  label.toLowerCase().includes(typed.trim().toLowerCase());
