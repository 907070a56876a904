import { Code, Flex, Text } from "@mantine/core";
import { useHearing } from "./state/events";

/** How much room the words below need, in pixels. */
export const LOST_HEIGHT = { base: 64, sm: 36 };

/** What to do when the server no longer answers. */
export function LostServer() {
  const { isLost } = useHearing();
  return (
    isLost && (
      <Flex
        role="alert"
        align="center"
        px="md"
        h={LOST_HEIGHT}
        bg="yellow.3"
        c="black"
        style={{ overflowY: "auto" }}
      >
        <Text fz={{ base: "xs", sm: "sm" }}>
          <strong>The workbench has stopped.</strong> Start it again with{" "}
          <Code color="white" c="black" fz="inherit" style={{ whiteSpace: "nowrap" }}>
            npm run workbench
          </Code>{" "}
          and use the page that it opens.
        </Text>
      </Flex>
    )
  );
}
