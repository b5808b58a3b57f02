export interface State { semantics: number }
