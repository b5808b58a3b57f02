export interface RuleSet { id: string }
