import { child, children, is, text } from '../moddle.ts';
import { error, isExecutable, perElement, type Rule, warning } from './rule.ts';

const codes: Record<string, { reference: string; code: string }> = {
  'bpmn:ErrorEventDefinition': { reference: 'errorRef', code: 'errorCode' },
  'bpmn:EscalationEventDefinition': { reference: 'escalationRef', code: 'escalationCode' },
};

/** Who throws an error or escalation in an executable process says its code (BPMN 2.0.2, tables 10.89 and 10.94). */
export const thrownCodes: Rule = perElement((event) => {
  if (!is(event, 'bpmn:ThrowEvent')) return [];
  return children(event, 'eventDefinitions').flatMap((definition) => {
    const { reference = '', code = '' } = codes[definition.$type] ?? {};
    if (code === '' || text(child(definition, reference), code) !== undefined) return [];
    const found = isExecutable(event) ? error : warning;
    return found('thrown_without_code', {
      vi: `Sự kiện gửi lỗi hoặc báo cấp trên phải có mã (${code}).`,
      en: `Who throws an error or escalation must say its code (${code}).`,
    });
  });
});
