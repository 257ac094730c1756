import { type Contract, contractOver, dispatch, type Implementation, type MethodName } from '../../shared/contract.ts';
import type { NodeId } from '../../shared/model.ts';
import { libraryOf, named, type Told } from './graph/testing.ts';
import { graphMethods } from './graph-methods.ts';
import type { Store } from './store/index.ts';

/** The methods about the graph over a library, called as a host would: arguments checked, defaults filled in, failures thrown. */
export const graphOver = (store: Store) => {
  const implementation = graphMethods(store) as Implementation;
  const contract: Contract = contractOver((name: MethodName, args: unknown) => dispatch(implementation, name, args));
  return { ...contract, store, id: (name: string): NodeId => named(store, name).id };
};

/** The same over a new library of told articles; `close` removes it. */
export const graphOfTold = (...articles: readonly Told[]) => {
  const { store, close } = libraryOf(...articles);
  return { ...graphOver(store), close };
};
