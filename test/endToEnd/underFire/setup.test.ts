import { underFire } from "../../support/underFire";

underFire("setup");
