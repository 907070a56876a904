import { underFire } from "../../support/underFire";

underFire("customers");
