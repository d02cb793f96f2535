"""What of torch computes layers, losses, optimizers or gradients, by name; the judge has no torch to look it up in.

A test walks torch and compares, so that a new version's additions are seen.
"""

# packages, wherever in torch they lie: torch.nn, torch._refs.nn, torch.ao.nn, torch._C._nn, torch.distributed.optim
LAYER_PACKAGES = frozenset({"nn", "_nn", "ops", "_ops", "_refs", "_decomp", "ao", "_functional_modules"})
OPTIMIZER_PACKAGES = frozenset({"optim", "_multi_tensor"})

# functions of torch.nn.functional and of torch._C._nn; those that torch itself or its tensors have too are left out
LAYER_FUNCTIONS = frozenset(
    [
        "adaptive_avg_pool2d",
        "adaptive_avg_pool3d",
        "adaptive_max_pool1d_with_indices",
        "adaptive_max_pool2d",
        "adaptive_max_pool2d_with_indices",
        "adaptive_max_pool3d",
        "adaptive_max_pool3d_with_indices",
        "affine_grid",
        "avg_pool2d",
        "avg_pool3d",
        "binary_cross_entropy",
        "col2im",
        "conv_depthwise3d",
        "cross_entropy",
        "cross_entropy_loss",
        "dropout1d",
        "dropout2d",
        "dropout3d",
        "elu",
        "elu_",
        "fold",
        "fractional_max_pool2d",
        "fractional_max_pool2d_with_indices",
        "fractional_max_pool3d",
        "fractional_max_pool3d_with_indices",
        "gaussian_nll_loss",
        "gelu",
        "gelu_",
        "glu",
        "grid_sample",
        "grouped_mm",
        "gumbel_softmax",
        "hardsigmoid",
        "hardsigmoid_",
        "hardswish",
        "hardswish_",
        "hardtanh",
        "hardtanh_",
        "huber_loss",
        "im2col",
        "interpolate",
        "l1_loss",
        "leaky_relu",
        "leaky_relu_",
        "linear",
        "linear_cross_entropy",
        "local_response_norm",
        "log_sigmoid",
        "logsigmoid",
        "lp_pool1d",
        "lp_pool2d",
        "lp_pool3d",
        "max_pool2d_with_indices",
        "max_pool3d_with_indices",
        "max_unpool1d",
        "max_unpool2d",
        "max_unpool3d",
        "mish",
        "mish_",
        "mkldnn_linear",
        "mkldnn_reorder_conv2d_weight",
        "mkldnn_reorder_conv3d_weight",
        "mse_loss",
        "multi_head_attention_forward",
        "multi_margin_loss",
        "multilabel_margin_loss",
        "multilabel_soft_margin_loss",
        "nll_loss",
        "nll_loss2d",
        "nll_loss_nd",
        "normalize",
        "one_hot",
        "pad",
        "pad_sequence",
        "reflection_pad1d",
        "reflection_pad2d",
        "reflection_pad3d",
        "relu6",
        "relu6_",
        "replication_pad1d",
        "replication_pad2d",
        "replication_pad3d",
        "rrelu_with_noise",
        "rrelu_with_noise_",
        "scaled_dot_product_attention",
        "scaled_grouped_mm",
        "scaled_mm",
        "silu",
        "silu_",
        "slow_conv3d",
        "slow_conv_dilated2d",
        "slow_conv_dilated3d",
        "slow_conv_transpose2d",
        "slow_conv_transpose3d",
        "smooth_l1_loss",
        "soft_margin_loss",
        "softmin",
        "softplus",
        "softshrink",
        "softsign",
        "tanhshrink",
        "thnn_conv2d",
        "triplet_margin_with_distance_loss",
        "upsample",
        "upsample_bicubic2d",
        "upsample_bilinear",
        "upsample_bilinear2d",
        "upsample_linear1d",
        "upsample_nearest",
        "upsample_nearest1d",
        "upsample_nearest2d",
        "upsample_nearest3d",
        "upsample_trilinear3d",
    ]
)

# layers and losses that torch itself has
LAYERS_OF_TORCH = frozenset(
    [
        "adaptive_avg_pool1d",
        "adaptive_max_pool1d",
        "alpha_dropout",
        "alpha_dropout_",
        "avg_pool1d",
        "batch_norm",
        "bilinear",
        "binary_cross_entropy_with_logits",
        "conv1d",
        "conv2d",
        "conv3d",
        "conv_tbc",
        "conv_transpose1d",
        "conv_transpose2d",
        "conv_transpose3d",
        "convolution",
        "cosine_embedding_loss",
        "ctc_loss",
        "dropout",
        "dropout_",
        "embedding",
        "embedding_bag",
        "feature_alpha_dropout",
        "feature_alpha_dropout_",
        "feature_dropout",
        "feature_dropout_",
        "group_norm",
        "gru",
        "gru_cell",
        "hinge_embedding_loss",
        "instance_norm",
        "kl_div",
        "layer_norm",
        "lstm",
        "lstm_cell",
        "margin_ranking_loss",
        "max_pool1d",
        "max_pool1d_with_indices",
        "max_pool2d",
        "max_pool3d",
        "native_batch_norm",
        "native_dropout",
        "native_group_norm",
        "native_layer_norm",
        "poisson_nll_loss",
        "rms_norm",
        "rnn_relu",
        "rnn_relu_cell",
        "rnn_tanh",
        "rnn_tanh_cell",
        "triplet_margin_loss",
    ]
)

OPTIMIZERS = frozenset(
    [
        "ASGD",
        "Adadelta",
        "Adafactor",
        "Adagrad",
        "Adam",
        "AdamW",
        "Adamax",
        "LBFGS",
        "Muon",
        "NAdam",
        "Optimizer",
        "RAdam",
        "RMSprop",
        "Rprop",
        "SGD",
        "SparseAdam",
        "_fused_adagrad_",
        "_fused_adam_",
        "_fused_adamw_",
        "_fused_sgd_",
    ]
)

# packages that compute derivatives, and what is reached through any tensor
GRADIENT_PACKAGES = ("torch.autograd", "torch.func", "torch._functorch", "torch._C._functorch", "functorch")
GRADIENT_ATTRIBUTES = frozenset({"backward", "grad_fn", "next_functions"})
# names in those packages that switch recording on or off and compute no gradient
RECORDING_SWITCHES = frozenset({"no_grad", "enable_grad", "set_grad_enabled", "inference_mode", "set_detect_anomaly"})

_WATCHED_LAYERS = LAYER_FUNCTIONS | LAYERS_OF_TORCH | OPTIMIZERS
GRADIENTS = frozenset({"backward", "grad", "grad_fn", "_make_dual", "_unpack_dual"})
ALL_WATCHED = _WATCHED_LAYERS | GRADIENTS


def watched(ruled_out: tuple[str, ...]) -> tuple[str, ...]:
    """The functions of torch to watch for while code runs that may use nothing of these packages."""
    found: frozenset[str] = frozenset()
    if {"torch.nn", "torch.optim"} & set(ruled_out):
        found |= _WATCHED_LAYERS
    if "torch.autograd" in ruled_out:
        found |= GRADIENTS
    return tuple(sorted(found))
