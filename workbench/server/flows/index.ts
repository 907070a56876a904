export { flowRoutes } from "./flowRoutes";
export { sandboxRoutes } from "./sandboxRoutes";
