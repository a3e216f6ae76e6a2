"""What the bot may do in the agents' group, as it was last seen."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("desk_chat", sa.Column("rights", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("desk_chat", "rights")
