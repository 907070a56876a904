import { connectionUnderFire } from "../../support/underFire";

connectionUnderFire();
