import { Badge, Group, NavLink, Stack, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Catalogue, Step } from "../../messages";
import { linkTo } from "../state/selection";
import { EffectMark, methodOf } from "./EffectMark";

interface SectionsProps {
  readonly catalogue: Catalogue;
  /** The one that is open. */
  readonly step: Step | undefined;
}

/** Everything by kind; actions by what they work on. */
export function Sections({ catalogue, step }: SectionsProps) {
  const { actions, triggers, pickLists, connections } = catalogue;
  return (
    <Stack gap="md" px="xs" pb="md">
      <Section title="Actions">
        {actions.map(({ title, steps }) => (
          <Steps key={title} title={title} steps={steps} open={step} />
        ))}
      </Section>
      <Section title="Triggers">
        <Links steps={triggers} open={step} />
      </Section>
      <Section title="Pick lists">
        <Steps title="All pick lists" steps={pickLists} open={step} />
      </Section>
      <Section title="Connections">
        <Links steps={connections} open={step} />
      </Section>
    </Stack>
  );
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section aria-label={title}>
      <Title order={2} fz="xs" c="dimmed" tt="uppercase" px="xs" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

/** A group that opens and closes; the one with the open step is open until it is closed. */
function Steps({
  title,
  steps,
  open,
}: {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly open: Step | undefined;
}) {
  const [isOpened, setOpened] = useState<boolean>();
  return (
    <NavLink
      component="button"
      type="button"
      label={
        <Group component="span" justify="space-between" wrap="nowrap">
          {title}
          <Badge component="span" aria-hidden variant="default" size="sm">
            {steps.length}
          </Badge>
        </Group>
      }
      aria-description={`${steps.length} steps`}
      opened={isOpened ?? (open !== undefined && steps.includes(open))}
      onChange={setOpened}
      keepMounted={false}
      childrenOffset={0}
      py={5}
    >
      <Links steps={steps} open={open} />
    </NavLink>
  );
}

function Links({
  steps,
  open,
}: {
  readonly steps: readonly Step[];
  readonly open: Step | undefined;
}) {
  const opened = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (open) {
      opened.current?.scrollIntoView({ block: "nearest" });
    }
  }, [open]);
  return steps.map((step) => (
    <NavLink
      key={step.key}
      ref={step === open ? opened : undefined}
      href={linkTo(step)}
      label={step.label}
      aria-description={methodOf(step)}
      leftSection={
        step.kind === "connections" ? undefined : (
          <EffectMark step={step} w={34} isActive={step === open} />
        )
      }
      active={step === open}
      aria-current={step === open ? "page" : undefined}
      py={4}
    />
  ));
}
