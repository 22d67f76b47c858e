// The name of another object of the line, that takes it in hand.
import { objectIdOf } from '@parley/protocol';
import type { Ref } from '@parley/protocol';
import { useFloor, usePartyName, useSelection } from '../floor/hooks.ts';
import { objectName, objectTitle } from '../words/object-words.ts';

/** A link to the object that `about` names. */
export function ObjectLink({ about }: { readonly about: Ref }) {
  const { picture } = useFloor();
  const { selectObject } = useSelection();
  const nameOf = usePartyName();
  const id = objectIdOf(about);
  const object = picture.objects.get(id);
  return (
    <button type="button" className="link" onClick={() => selectObject(id)}>
      {object === undefined ? id : `${objectName(object)} of ${nameOf(object.author)}: `}
      {object !== undefined && objectTitle(object)}
    </button>
  );
}
