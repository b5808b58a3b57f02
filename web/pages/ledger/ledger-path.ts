/** Address of the ledger page of a person or collective. */
export const ledgerPath = ({ kind, id }: { kind: 'person' | 'collective'; id: string }): string =>
  `/ledger/${kind === 'person' ? 'people' : 'units'}/${id}`;
