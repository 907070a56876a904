/** The components that the examples use, and their types for all that Spectral offers. */
import { componentManifests } from "@prismatic-io/spectral";
import gorgias from "./manifests/gorgias";

export const componentRegistry = componentManifests({ gorgias });

type Registered = typeof componentRegistry;

declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionComponentRegistry extends Registered {}
}
