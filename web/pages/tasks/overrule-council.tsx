import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Nomination, Overruling, Task } from '../../../api/contract/index.ts';
import { useAllNominations } from '../../queries/dossiers.ts';

/** One line of the form: a nomination on which the head decides otherwise, and why. */
export interface OverruledLine {
  nominationId: string;
  reason: string;
}

/** Nominations on which the council of the task's level voted, for a head who may decide otherwise; none for others. */
export function useAdvised(task: Task): Nomination[] {
  const isHeads = task.subject.kind === 'dossier' && task.verdicts.includes('reject');
  const { data } = useAllNominations(task.subject.id, isHeads);
  return (data?.items ?? []).filter(
    ({ status, results }) =>
      (status === 'passed' || status === 'failed') && results.some(({ level }) => level === task.level),
  );
}

const decisionOn = ({ status }: Nomination): Overruling['decision'] =>
  status === 'failed' ? 'approve' : 'refuse';

/** The lines as the API takes them. */
export const overrulings = (lines: OverruledLine[], advised: Nomination[]): Overruling[] =>
  lines.flatMap(({ nominationId, reason }) => {
    const nomination = advised.find(({ id }) => id === nominationId);
    return nomination ? [{ nominationId, decision: decisionOn(nomination), reason: reason.trim() }] : [];
  });

/** Part of a head's approval: what the head decides otherwise than the council advised, nomination by nomination. */
export function OverruleCouncil({ advised }: { advised: Nomination[] }) {
  const { t } = useTranslation();
  return (
    <Form.List name="overruled">
      {(fields, { add, remove }) => (
        <fieldset className="overruled">
          <legend>{t('overrule.title')}</legend>
          <p className="quiet">{t('overrule.help')}</p>
          {fields.map((field) => (
            <div key={field.key} className="overruled-line">
              <Form.Item
                name={[field.name, 'nominationId']}
                label={t('field.nominee')}
                rules={[{ required: true, message: t('validation.required') }]}
              >
                <Select
                  options={advised.map((nomination) => ({
                    value: nomination.id,
                    label: t(`overrule.${decisionOn(nomination)}`, { name: nomination.name }),
                  }))}
                />
              </Form.Item>
              <Form.Item
                name={[field.name, 'reason']}
                label={t('field.reason')}
                rules={[{ required: true, whitespace: true, message: t('validation.reason') }]}
              >
                <Input.TextArea rows={2} maxLength={2000} />
              </Form.Item>
              <Button size="small" onClick={() => remove(field.name)}>
                {t('overrule.drop')}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {t('overrule.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
