import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { Catalogue, Step } from "../../messages";
import { EffectMark } from "../navigation/EffectMark";
import { useAccount } from "../state/queries";
import { linkTo, stepsOf } from "../state/selection";
import classes from "./Start.module.css";

/** The middle while no step is open: what this is, and what to try first. */
export function Start({ catalogue }: { readonly catalogue: Catalogue }) {
  const { data: account } = useAccount();
  const { actions, triggers, pickLists, connections } = catalogue;
  const important = stepsOf({ actions, triggers: [], pickLists: [], connections: [] }).filter(
    ({ isImportant }) => isImportant,
  );
  const counts = `${actions.flatMap(({ steps }) => steps).length} actions, ${triggers.length} triggers and ${pickLists.length} pick lists`;
  const [connection] = connections;
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <Title order={2}>Try the Gorgias connector</Title>
        <Text mt={4}>
          Fill in a step as you would in the platform's designer, run it, and see the answer and
          every request that was sent. The connector has {counts}.
        </Text>
        {account && (
          <Text mt="xs">
            {account.isSandbox
              ? "Everything runs on a made-up account on this machine, so nothing you do reaches anybody. "
              : `Everything runs on ${account.name}, which is a real account. What writes or deletes asks first. `}
            {account.isSandbox && connection && (
              <Anchor href={linkTo(connection)}>Use your own account</Anchor>
            )}
          </Text>
        )}
      </div>
      <Cards title="What most flows use" steps={important} />
      <Cards title="What starts a flow" steps={triggers} />
    </Stack>
  );
}

function Cards({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  return (
    <section>
      <Title order={3} mb="xs">
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {steps.map((step) => (
          <Card key={step.key} withBorder padding="sm" className={classes.card}>
            <Group justify="space-between" wrap="nowrap" align="baseline">
              <Anchor href={linkTo(step)} fw={600} underline="hover" className={classes.link}>
                {step.label}
              </Anchor>
              <EffectMark step={step} />
            </Group>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {step.description}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
    </section>
  );
}
