export interface Graph { hash: string }
