import { Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../queries/catalogue.ts';
import { useNames } from '../names.ts';
import { keyed } from './keyed.ts';
import { NamedField } from './named-field.tsx';
import type { Written } from './written-draft.ts';

/** Recipients of a draft (nơi nhận) with what each is to do; a unit named gets the paper in the system too. */
export function RecipientRows({
  recipients,
  onChange,
}: {
  recipients: Written['recipients'];
  onChange: (recipients: Written['recipients']) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const set = (key: string, values: Partial<Written['recipients'][number]>) =>
    onChange(recipients.map((one) => (one.key === key ? { ...one, ...values } : one)));
  return (
    <NamedField label={t('paper.recipients')}>
      {recipients.map((recipient) => (
        <Flex key={recipient.key} gap={8} wrap>
          <Input
            className="grow"
            aria-label={t('paper.recipient')}
            placeholder={t('paper.recipient')}
            value={recipient.name}
            onChange={({ target }) => set(recipient.key, { name: target.value })}
          />
          <Select
            aria-label={t('paper.purposeLabel')}
            value={recipient.purpose}
            options={(['none', 'report', 'carry_out', 'coordinate', 'inform'] as const).map((value) => ({
              value,
              label: t(`paper.purpose.${value}`),
            }))}
            onChange={(purpose) => set(recipient.key, { purpose })}
          />
          <Select
            allowClear
            showSearch
            filterOption={false}
            onSearch={setQ}
            className="paper-unit"
            aria-label={t('paper.recipientUnit')}
            placeholder={t('paper.recipientUnit')}
            value={recipient.unitId}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
            onChange={(unitId: string | undefined) => {
              const unit = units.data?.items.find(({ id }) => id === unitId);
              const name = recipient.name === '' && unit ? unit.name : recipient.name;
              set(recipient.key, { unitId: unitId ?? null, name });
            }}
          />
          <Button onClick={() => onChange(recipients.filter(({ key }) => key !== recipient.key))}>
            {t('action.remove')}
          </Button>
        </Flex>
      ))}
      <Button
        type="link"
        className="add-row"
        onClick={() => onChange([...recipients, keyed({ name: '', unitId: null, purpose: 'none' as const })])}
      >
        {t('paper.addRecipient')}
      </Button>
    </NamedField>
  );
}
