import { PlusOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DossierTable } from '../../components/dossier/dossier-table.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { TaskList } from '../../components/task-list.tsx';
import { areasOf } from '../../layout/navigation.ts';
import { useAdminOverview } from '../../queries/administration.ts';
import { useCouncils } from '../../queries/councils.ts';
import { useDossiers } from '../../queries/dossiers.ts';
import { holds, useMe } from '../../queries/session.ts';
import { useInbox } from '../../queries/tasks.ts';

const shown = 5;

function MyTasks() {
  const { t } = useTranslation();
  const inbox = useInbox({});
  return (
    <Card
      size="small"
      title={t('home.tasks', { total: inbox.data?.total ?? 0 })}
      extra={<Link to="/tasks">{t('home.all')}</Link>}
    >
      <Loaded query={inbox}>
        {({ items }) => <TaskList tasks={items.slice(0, shown)} empty={t('inbox.empty')} />}
      </Loaded>
    </Card>
  );
}

function MyCouncils() {
  const { t } = useTranslation();
  return (
    <Card size="small" title={t('home.councils')} extra={<Link to="/councils">{t('home.all')}</Link>}>
      <Loaded query={useCouncils()}>
        {({ items }) => (
          <ul className="plain">
            {items.slice(0, shown).map((council) => (
              <li key={council.id}>
                <Link to={`/councils/${council.id}`}>{council.name}</Link>
                {council.waitingItems > 0 && ` – ${t('home.waiting', { total: council.waitingItems })}`}
              </li>
            ))}
            {items.length === 0 && t('council.none')}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}

function Dossiers() {
  const { t } = useTranslation();
  return (
    <Card size="small" title={t('home.dossiers')} extra={<Link to="/dossiers">{t('home.all')}</Link>}>
      <Loaded query={useDossiers({ page: 1 })}>
        {({ items }) => <DossierTable dossiers={items.slice(0, shown)} empty={t('dossier.empty')} />}
      </Loaded>
    </Card>
  );
}

function Supervision() {
  const { t } = useTranslation();
  return (
    <Card size="small" title={t('nav.admin')} extra={<Link to="/admin">{t('home.all')}</Link>}>
      <Loaded query={useAdminOverview()}>
        {({ lateTasks, incidents, idleDossiers }) => (
          <p className={lateTasks.length + incidents.length > 0 ? 'due-late' : ''}>
            {t('home.supervision', {
              late: lateTasks.length,
              incidents: incidents.length,
              idle: idleDossiers.length,
            })}
          </p>
        )}
      </Loaded>
    </Card>
  );
}

/** What the account's roles have to do today, most urgent first. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const areas = new Set(areasOf(me).map(({ area }) => area));
  return (
    <Page
      title={t('home.title', { name: me.person.fullName })}
      actions={
        holds(me, 'clerk') && (
          <LinkButton to="/dossiers/new" type="primary" icon={<PlusOutlined aria-hidden />}>
            {t('dossier.new')}
          </LinkButton>
        )
      }
    >
      <div className="stack">
        {areas.has('admin') && <Supervision />}
        {areas.has('tasks') && <MyTasks />}
        {areas.has('councils') && <MyCouncils />}
        <Dossiers />
      </div>
    </Page>
  );
}
