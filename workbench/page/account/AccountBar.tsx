import { Anchor, Group, Text } from "@mantine/core";
import { useAccount, useCatalogue } from "../state/queries";
import { linkTo } from "../state/selection";
import { FaultMenu } from "./FaultMenu";

/** Which account everything runs on, across the page; a real one is marked in red. */
export function AccountBar() {
  const { data: account } = useAccount();
  const { data: catalogue } = useCatalogue();
  const connection = catalogue?.connections[0];
  if (!account) {
    return null;
  }
  const { isSandbox, name } = account;
  return (
    <Group
      component="section"
      aria-label="Account"
      h={32}
      px="md"
      gap="md"
      wrap="nowrap"
      justify="space-between"
      bg={isSandbox ? "var(--mantine-color-default-hover)" : "red.9"}
      c={isSandbox ? "inherit" : "white"}
      // Red also where the system has colors of its own.
      style={isSandbox ? undefined : { forcedColorAdjust: "none" }}
    >
      <Text
        role="status"
        fz={{ base: "xs", xs: "sm" }}
        lh={1.2}
        fw={isSandbox ? 400 : 700}
        lineClamp={2}
        title={isSandbox ? undefined : name}
        style={{ overflowWrap: "anywhere" }}
      >
        {isSandbox ? "Made-up account on this machine" : `Real account: ${name}`}
      </Text>
      <Group gap="md" wrap="nowrap" flex="none">
        <FaultMenu />
        {connection && (
          <Anchor href={linkTo(connection)} size="sm" c="inherit" inline flex="none">
            {isSandbox ? "Use your own" : "Change"}
          </Anchor>
        )}
      </Group>
    </Group>
  );
}
