import { QueryClient, useQuery } from "@tanstack/react-query";
import { server } from "./server";

/** What the page knows of its server. What changes is told by events, not asked for again. */
export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
});

/** All that the connector has. */
export const useCatalogue = () => useQuery({ queryKey: ["catalogue"], queryFn: server.catalogue });

/** The account that everything runs on. */
export const useAccount = () => useQuery({ queryKey: ["account"], queryFn: server.account });

/** The flows of this session. */
export const useFlows = () => useQuery({ queryKey: ["flows"], queryFn: server.flows });

/** What can be done with the sandbox. */
export const useSandbox = () => useQuery({ queryKey: ["sandbox"], queryFn: server.sandbox });
