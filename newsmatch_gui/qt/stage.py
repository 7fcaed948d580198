"""What is on the editor's desk at a moment; the parts of the desk share one."""

from dataclasses import dataclass, field

from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.query import Query
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.ranking import Pool


@dataclass(slots=True)
class Stage:
    """The open collection, and the article whose candidates are looked at.

    Attributes:
        desk: The open collection, None while none is.
        pool: Its index, None until it is loaded.
        article_id: The article on the desk, "" for none.
        search: What the pool is ranked by instead of the article; false for nothing.
        filters: What a picture must be to be ranked.
        on_screen: Article and search to which the candidates on screen belong.
        awaited: Somebody was told that the candidates are not there yet.
    """

    desk: Desk | None = None
    pool: Pool | None = None
    article_id: str = ""
    search: Query = field(default_factory=Query)
    filters: Filters = field(default_factory=Filters)
    on_screen: tuple[str, Query] | None = None
    awaited: bool = False

    @property
    def shown(self) -> bool:
        """Whether the candidates on screen are those asked for; photos alone can be searched."""
        return self.desk is not None and self.on_screen == (self.article_id, self.search)

    @property
    def ready(self) -> bool:
        """Whether the candidates on screen are those of an article on the desk."""
        return self.shown and bool(self.article_id)
