import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { Asked, Refusal } from "../../messages";
import { queries } from "../state/queries";
import { server } from "../state/server";

/** Long enough for a word to be typed. */
const SETTLED_MS = 300;

const checkOf = (asked: Asked) =>
  queryOptions({
    queryKey: ["check", asked],
    queryFn: ({ signal }) => server.check(asked, signal),
    // It may hold a password, and asking again is cheap.
    gcTime: 0,
  });

/** What the connector says of a form, shortly after it was last changed. */
export function useCheck(asked: Asked): readonly Refusal[] {
  const [settled] = useDebouncedValue(asked, SETTLED_MS);
  const { data } = useQuery({ ...checkOf(settled), placeholderData: keepPreviousData });
  return data?.refusals ?? [];
}

/** What the connector says of a form, now. */
export const check = async (asked: Asked): Promise<readonly Refusal[]> =>
  (await queries.fetchQuery(checkOf(asked))).refusals;
