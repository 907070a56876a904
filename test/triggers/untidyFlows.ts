import { builtComponent } from "../support/bundle";
import { useShortWaits } from "../support/time";
import { type Flow, flowWith } from "./flow";
import { type LongList, type Served, serve, type UntidyAccount } from "./untidyAccount";

/**
 * Serves untidy accounts to the tests of a file, one at a time, and deploys flows of the built
 * component on them.
 */
export function useUntidyAccounts() {
  const component = builtComponent();
  let served: Served | undefined;

  useShortWaits();

  beforeEach(() => {
    jest.spyOn(Math, "random").mockReturnValue(0);
  });

  afterEach(() => served?.close());

  return {
    /** @param before what happens before each answer; it may answer itself */
    async open<A extends UntidyAccount | LongList>(
      account: A,
      before?: Parameters<typeof serve>[1],
    ): Promise<A> {
      served = await serve(account, before);
      return account;
    },
    flowOf: (resourceType: string, inputs: object = {}, key = "pollChangesTrigger"): Flow =>
      flowWith(key, { connection: served?.connection, resourceType, ...inputs }, { component }),
  };
}
