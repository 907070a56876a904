import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Asked, Refusal } from "../../messages";
import { saveDraft } from "../state/drafts";
import { queries } from "../state/queries";
import { server } from "../state/server";

/** Long enough for a word to be typed. */
const SETTLED_MS = 300;

/** What is known of a form. */
interface Checked {
  readonly refusals: readonly Refusal[];
  /** Whether it is of an earlier state of the form. */
  readonly isStale: boolean;
}

const checkOf = (asked: Asked) =>
  queryOptions({
    queryKey: ["check", asked],
    queryFn: ({ signal }) => server.check(asked, signal),
    // It may hold a password, and asking again is cheap.
    gcTime: 0,
  });

/**
 * What the connector says of a form, shortly after it was last changed. Only then is it known what of
 * it may be saved.
 */
export function useCheck(asked: Asked): Checked {
  const [settled] = useDebouncedValue(asked, SETTLED_MS);
  const check = useQuery({ ...checkOf(settled), placeholderData: keepPreviousData });
  const isStale = settled !== asked || check.isPlaceholderData;
  const hidden = check.isPlaceholderData ? undefined : check.data?.hidden;
  useEffect(() => {
    if (hidden) {
      saveDraft(settled, settled.inputs, hidden);
    }
  }, [settled, hidden]);
  return { refusals: check.data?.refusals ?? [], isStale };
}

/** What the connector says of a form, now. */
export const check = async (asked: Asked): Promise<readonly Refusal[]> =>
  (await queries.fetchQuery({ ...checkOf(asked), staleTime: 0 })).refusals;
