import { underFire } from "../../support/underFire";

underFire("automation");
