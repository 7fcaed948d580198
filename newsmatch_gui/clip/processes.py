"""Processes that train together, as ``torchrun`` starts them: one for each GPU."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """This process among those that train together: its number and how many there are."""

    rank: int = 0
    world: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process measures, saves and reports."""
        return self.rank == 0

    def agree(self, said: bool) -> bool:
        """Return what the leading process says; every process has to ask."""
        if self.world == 1:
            return said
        import torch
        from torch import distributed

        on_gpu = distributed.get_backend() == "nccl"
        flag = torch.tensor([int(said)], device="cuda" if on_gpu else "cpu")
        distributed.broadcast(flag, src=0)
        return bool(flag.item())

    def meet(self) -> None:
        """Wait until every process is here."""
        self.agree(True)

    def leave(self) -> None:
        """End the group."""
        if self.world > 1:
            from torch import distributed

            distributed.destroy_process_group()


def join_group() -> Group:
    """Join the processes that ``torchrun`` started together; alone without it."""
    world = int(os.environ.get("WORLD_SIZE", "1"))
    if world == 1:
        return Group()
    import torch
    from torch import distributed

    if torch.cuda.is_available():
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    return Group(distributed.get_rank(), world)
