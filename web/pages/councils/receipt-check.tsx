import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

/** A member enters a receipt and sees what lies in the box under it, until the close. */
export function ReceiptCheckForm({ sessionId, items }: { sessionId: string; items: AgendaItem[] }) {
  const { t } = useTranslation();
  const { checkReceipt } = useSessionCommands(sessionId);
  const [receipt, setReceipt] = useState('');
  const names = new Map(items.map(({ id, matter }) => [id, matter.title]));
  const isReceipt = /^[0-9a-f]{20}$/.test(receipt);
  return (
    <div>
      <Flex gap={8} wrap>
        <Input
          value={receipt}
          className="receipt"
          aria-label={t('secret.receipt')}
          placeholder={t('secret.receipt')}
          onChange={(event) => setReceipt(event.target.value.trim().toLowerCase())}
        />
        <Button
          disabled={!isReceipt}
          loading={checkReceipt.isPending}
          onClick={() => checkReceipt.mutate(receipt)}
        >
          {t('secret.check')}
        </Button>
      </Flex>
      {checkReceipt.error !== null && <ProblemAlert error={checkReceipt.error} />}
      {checkReceipt.data && (
        <ul className="plain" role="status">
          {checkReceipt.data.ballots.map(({ agendaItemId, choice }) => (
            <li key={agendaItemId}>
              {names.get(agendaItemId)}: <span className="strong">{t(`choice.${choice}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
