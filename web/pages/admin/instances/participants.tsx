import { App, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstanceDetail, OpenVisit } from '../../../../api/contract/index.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { type Tone, ToneTag } from '../../../components/tone-tag.tsx';
import { useInstanceOperations } from '../../../queries/instances.ts';
import { readParticipant, writtenParticipant } from './participant.ts';

type Item = NonNullable<OpenVisit['items']>[number];

const tones: Record<Item['state'], Tone> = {
  running: 'blue',
  to_come: 'plain',
  done: 'green',
  dropped: 'red',
};

/** One running multi-instance: for whom it is done, who may be taken out, and one more who may be added. */
function Loop({ instanceId, visit, items }: { instanceId: string; visit: OpenVisit; items: Item[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { modify } = useInstanceOperations(instanceId);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<{ drop: Item } | { add: unknown }>();
  const added = readParticipant(
    text,
    items.map(({ element }) => element),
  );
  const columns: RecordColumn<Item>[] = [
    {
      key: 'element',
      title: t('participants.participant'),
      card: 'heading',
      render: ({ element, index }) =>
        writtenParticipant(element) || t('participants.number', { number: index + 1 }),
    },
    {
      key: 'state',
      title: t('participants.state'),
      width: 160,
      render: ({ state }) => <ToneTag tone={tones[state]}>{t(`participantState.${state}`)}</ToneTag>,
    },
    {
      key: 'actions',
      title: t('field.actions'),
      card: 'bare',
      width: 130,
      render: (item) =>
        (item.state === 'running' || item.state === 'to_come') && (
          <Button danger onClick={() => setAsked({ drop: item })}>
            {t('participants.drop')}
          </Button>
        ),
    },
  ];
  const isDrop = asked !== undefined && 'drop' in asked;
  const act = isDrop ? t('participants.drop') : t('participants.add');
  const who = asked === undefined ? '' : writtenParticipant('drop' in asked ? asked.drop.element : asked.add);
  return (
    <div className="stack">
      <h3>{visit.name}</h3>
      <RecordList
        label={visit.name}
        columns={columns}
        records={items}
        keyOf={({ index }) => String(index)}
        empty={t('participants.none')}
      />
      <Flex gap={8} wrap align="center">
        <label htmlFor={`participant-${visit.visit}`}>{t('participants.new')}</label>
        <Input
          id={`participant-${visit.visit}`}
          className="token-choice"
          value={text}
          maxLength={2000}
          status={text !== '' && added === undefined ? 'error' : ''}
          onChange={({ target }) => setText(target.value)}
        />
        <Button disabled={added === undefined} onClick={() => setAsked({ add: added?.element })}>
          {t('participants.add')}
        </Button>
        {text !== '' && added === undefined && <span role="alert">{t('participants.notReadable')}</span>}
      </Flex>
      <ReasonDialog
        open={asked !== undefined}
        title={act}
        explanation={t(isDrop ? 'participants.dropHelp' : 'participants.addHelp', { who, step: visit.name })}
        confirm={act}
        danger={isDrop}
        onConfirm={async (reason) => {
          if (asked === undefined) return;
          const loop = visit.visit;
          await modify.mutateAsync(
            'drop' in asked
              ? { dropItems: [{ loop, index: asked.drop.index }], reason }
              : { addItems: [{ loop, element: asked.add }], reason },
          );
          setText('');
          void message.success(t('instance.accepted'));
        }}
        onClose={() => setAsked(undefined)}
      />
    </div>
  );
}

/** The participants of every multi-instance that is running; nothing where there is none. */
export function Participants({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation();
  const loops = instance.visits.flatMap((visit) =>
    visit.items === null ? [] : [{ visit, items: visit.items }],
  );
  if (loops.length === 0) return null;
  return (
    <section className="stack" aria-label={t('participants.title')}>
      <h2>{t('participants.title')}</h2>
      <p className="quiet">{t('participants.help')}</p>
      {loops.map(({ visit, items }) => (
        <Loop key={visit.visit} instanceId={instance.id} visit={visit} items={items} />
      ))}
    </section>
  );
}
