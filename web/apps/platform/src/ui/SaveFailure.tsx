import { explain, isProblem } from '../api/problem';
import { Button } from './Button';
import { Failure } from './states';

interface SaveFailureProps {
  readonly error: unknown;
  /** Whether what is there now has come. */
  readonly isLatestKnown: boolean;
  readonly onTakeLatest: () => void;
}

/** Why a change was not saved; one that others were faster with may begin again. */
export function SaveFailure({ error, isLatestKnown, onTakeLatest }: SaveFailureProps) {
  if (!error) {
    return null;
  }
  return isProblem(error, 'stale') ? (
    <>
      <Failure>It was changed elsewhere meanwhile, so yours was not saved.</Failure>
      <Button onPress={onTakeLatest} isDisabled={!isLatestKnown}>
        Begin again with what is there now
      </Button>
    </>
  ) : (
    <Failure>{explain(error)}</Failure>
  );
}
