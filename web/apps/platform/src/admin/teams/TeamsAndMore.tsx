import { Categories } from './Categories';
import { Teams } from './Teams';
import { Tenants } from './Tenants';

/** What people are in, and products. */
export function TeamsAndMore() {
  return (
    <>
      <Teams />
      <Tenants />
      <Categories />
    </>
  );
}
