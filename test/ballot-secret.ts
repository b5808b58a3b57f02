/** `BALLOT_SECRET` of the tests. */
export const ballotSecret = 'a ballot secret of the tests which is long enough';
