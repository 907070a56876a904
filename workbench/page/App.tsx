import { AppShell, Group, Loader, Title } from "@mantine/core";
import type { Catalogue } from "../messages";
import { AccountBar } from "./account/AccountBar";
import { ConfirmDialog } from "./account/confirm";
import { StepForm } from "./form/StepForm";
import { Navigation } from "./navigation/Navigation";
import { Result } from "./result/Result";
import { useCatalogue } from "./state/queries";
import { useSelection } from "./state/selection";

/** The page. */
export function App() {
  const { data: catalogue, error } = useCatalogue();
  if (error) {
    return <p role="alert">{error.message}</p>;
  }
  return catalogue ? <Workbench catalogue={catalogue} /> : <Loader aria-label="Loading" />;
}

function Workbench({ catalogue }: { readonly catalogue: Catalogue }) {
  const step = useSelection(catalogue);
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 280, breakpoint: "sm" }} padding="md">
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between">
          <Title order={1} size="h4">
            Gorgias connector workbench
          </Title>
          <AccountBar />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <Navigation catalogue={catalogue} />
      </AppShell.Navbar>
      <AppShell.Main>
        {step && <StepForm key={`${step.kind}/${step.key}`} step={step} />}
        <Result />
      </AppShell.Main>
      <ConfirmDialog />
    </AppShell>
  );
}
