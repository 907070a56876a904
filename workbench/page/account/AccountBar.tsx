import { Badge } from "@mantine/core";
import { useAccount } from "../state/queries";

/** Which account everything runs on; a real one is marked in red. */
export function AccountBar() {
  const { data: account } = useAccount();
  return account ? <Badge color={account.isSandbox ? "gray" : "red"}>{account.name}</Badge> : null;
}
