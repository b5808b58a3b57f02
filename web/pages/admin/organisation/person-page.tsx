import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Descriptions, Flex } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { StaffDetail } from '../../../../api/contract/index.ts';
import { LoadedPage } from '../../../components/loaded.tsx';
import { useNames } from '../../../components/names.ts';
import { Page } from '../../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { formatDate } from '../../../format/dates.ts';
import { stretchWords } from '../../../format/stretch.ts';
import { useStaffMember } from '../../../queries/organisation.ts';
import { AccountCard } from './account-card.tsx';
import { NewAccountDialog } from './account-dialogs.tsx';
import { OneTimePasswordDialog, type Shown } from './one-time-password.tsx';
import { CorrectPersonDialog, EndPositionDialog, GivePositionDialog } from './person-dialogs.tsx';
import { directWorkOf } from './position-fields.tsx';

type Position = StaffDetail['positions'][number];

export function PersonPage() {
  const { personId = '' } = useParams();
  return (
    <LoadedPage query={useStaffMember(personId)}>{(person) => <PersonView person={person} />}</LoadedPage>
  );
}

/** One person: who they are, their posts, their account with its roles. */
function PersonView({ person }: { person: StaffDetail }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'correct' | 'account' | null>(null);
  const [password, setPassword] = useState<Shown | null>(null);
  const inUse = person.accounts.some(({ state }) => state !== 'ended');
  const close = () => setOpened(null);
  return (
    <Page
      title={person.fullName}
      subtitle={person.staffCode ?? undefined}
      trail={[{ title: t('nav.organisation'), to: '/admin/organisation?tab=people' }]}
      actions={
        <>
          <Button onClick={() => setOpened('correct')}>{t('staff.correct')}</Button>
          {!inUse && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('account')}>
              {t('account.create')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {person.likelySame > 0 && (
          <Alert
            type="info"
            showIcon
            title={
              <>
                {t('staff.likelySame', { total: person.likelySame })}{' '}
                <Link to={`/ledger/matches?person=${person.id}`}>{t('ledger.matches')}</Link>
              </>
            }
          />
        )}
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            {
              key: 'sex',
              label: t('staff.sex'),
              children: person.sex === null ? '–' : t(`staff.sexOf.${person.sex}`),
            },
            {
              key: 'born',
              label: t('staff.birthDate'),
              children: person.birthDate === null ? (person.birthYear ?? '–') : formatDate(person.birthDate),
            },
            { key: 'email', label: t('staff.email'), children: person.email ?? '–' },
            {
              key: 'card',
              label: t('staff.nationalId'),
              children: t(person.hasNationalId ? 'staff.recorded' : 'staff.notRecorded'),
            },
          ]}
        />
        <Positions person={person} />
        {person.accounts.map((account) => (
          <AccountCard key={account.id} account={account} onPassword={setPassword} />
        ))}
      </div>
      {opened === 'correct' && <CorrectPersonDialog person={person} onClose={close} />}
      {opened === 'account' && <NewAccountDialog person={person} onPassword={setPassword} onClose={close} />}
      {password !== null && <OneTimePasswordDialog shown={password} onClose={() => setPassword(null)} />}
    </Page>
  );
}

function Positions({ person }: { person: StaffDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [giving, setGiving] = useState<{ instead: Position | null } | null>(null);
  const [ending, setEnding] = useState<Position | null>(null);
  const today = dayjs().format('YYYY-MM-DD');
  const columns: RecordColumn<Position>[] = [
    {
      key: 'title',
      title: t('staff.post'),
      card: 'heading',
      render: ({ title, unit }) => (
        <>
          <span className="strong">{title}</span>
          <div className="quiet">{names.unit(unit)}</div>
        </>
      ),
    },
    {
      key: 'direct',
      title: t('staff.directWork'),
      width: 150,
      render: ({ isDirectWorker }) => t(`staff.directWorkIs.${directWorkOf(isDirectWorker)}`),
    },
    {
      key: 'dates',
      title: t('staff.dates'),
      width: 230,
      render: ({ validFrom, validTo }) => stretchWords(t, validFrom, validTo),
    },
    {
      key: 'acts',
      title: t('field.actions'),
      width: 250,
      render: (position) =>
        position.administered &&
        (position.validTo === null || position.validTo >= today) && (
          <Flex gap={8} wrap>
            <Button size="small" onClick={() => setGiving({ instead: position })}>
              {t('staff.transfer')}
            </Button>
            <Button size="small" danger onClick={() => setEnding(position)}>
              {t('staff.endPost')}
            </Button>
          </Flex>
        ),
    },
  ];
  return (
    <Card
      size="small"
      title={t('staff.posts')}
      extra={
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setGiving({ instead: null })}>
          {t('staff.givePost')}
        </Button>
      }
    >
      <RecordList
        label={t('staff.posts')}
        columns={columns}
        records={person.positions}
        keyOf={({ id }) => id}
        empty={t('staff.noPost')}
      />
      {giving && <GivePositionDialog person={person} {...giving} onClose={() => setGiving(null)} />}
      {ending && <EndPositionDialog position={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}
